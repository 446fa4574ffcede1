
      export type PossibleTypesResultData = {
  "possibleTypes": {
    "Node": [
      "Activity",
      "ApiToken",
      "Body",
      "DatedStep",
      "Edition",
      "Gap",
      "Goal",
      "Indicator",
      "IndicatorDefinition",
      "Instrument",
      "Measure",
      "Membership",
      "Municipality",
      "Observation",
      "Organisation",
      "Person",
      "PlanningProcess",
      "ProcessRole",
      "Region",
      "Section",
      "Session"
    ],
    "UserError": [
      "FieldError",
      "FrozenError",
      "StaleValueError"
    ]
  }
};
      const result: PossibleTypesResultData = {
  "possibleTypes": {
    "Node": [
      "Activity",
      "ApiToken",
      "Body",
      "DatedStep",
      "Edition",
      "Gap",
      "Goal",
      "Indicator",
      "IndicatorDefinition",
      "Instrument",
      "Measure",
      "Membership",
      "Municipality",
      "Observation",
      "Organisation",
      "Person",
      "PlanningProcess",
      "ProcessRole",
      "Region",
      "Section",
      "Session"
    ],
    "UserError": [
      "FieldError",
      "FrozenError",
      "StaleValueError"
    ]
  }
};
      export default result;
    
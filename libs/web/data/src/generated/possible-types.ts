
      export type PossibleTypesResultData = {
  "possibleTypes": {
    "Node": [
      "Edition",
      "Goal",
      "Indicator",
      "Measure",
      "Municipality",
      "Observation",
      "Organisation",
      "PlanningProcess",
      "Section",
      "SectionVersion"
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
      "Edition",
      "Goal",
      "Indicator",
      "Measure",
      "Municipality",
      "Observation",
      "Organisation",
      "PlanningProcess",
      "Section",
      "SectionVersion"
    ],
    "UserError": [
      "FieldError",
      "FrozenError",
      "StaleValueError"
    ]
  }
};
      export default result;
    
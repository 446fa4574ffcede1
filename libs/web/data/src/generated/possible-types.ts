
      export type PossibleTypesResultData = {
  "possibleTypes": {
    "Node": [
      "Contribution",
      "DocumentExport",
      "Edition",
      "Goal",
      "Indicator",
      "Measure",
      "MeasureListImport",
      "MeasureTableImport",
      "Municipality",
      "Observation",
      "ObservationImport",
      "Organisation",
      "PlanningProcess",
      "Section",
      "SectionVersion",
      "WordImport"
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
      "Contribution",
      "DocumentExport",
      "Edition",
      "Goal",
      "Indicator",
      "Measure",
      "MeasureListImport",
      "MeasureTableImport",
      "Municipality",
      "Observation",
      "ObservationImport",
      "Organisation",
      "PlanningProcess",
      "Section",
      "SectionVersion",
      "WordImport"
    ],
    "UserError": [
      "FieldError",
      "FrozenError",
      "StaleValueError"
    ]
  }
};
      export default result;
    
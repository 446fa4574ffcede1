import type { DecisionState, FundingState, GoalKind, MeasureStatus, MeasureType, Priority, TargetGroup } from '@konzeptwerkstatt/web-data';
import {
  AddMeasurePartnerDocument, AddMeasureTargetGroupDocument, LinkGoalIndicatorDocument, LinkMeasureIndicatorDocument, RemoveMeasurePartnerDocument, RemoveMeasureTargetGroupDocument,
  SetGoalKindDocument, SetMeasureBudgetAmountDocument, SetMeasureContactDocument, SetMeasureDecisionStateDocument, SetMeasureDistrictDocument, SetMeasureFundingSourceDocument,
  SetMeasureFundingStateDocument, SetMeasureFundingUntilDocument, SetMeasureLeadDocument, SetMeasurePeriodDocument, SetMeasurePriorityDocument, SetMeasureResourcesDocument, SetMeasureStaffPositionsDocument,
  SetMeasureStatusDocument, SetMeasureTypeDocument, UnlinkGoalIndicatorDocument, UnlinkMeasureIndicatorDocument,
} from '@konzeptwerkstatt/web-data';
import type { Choice } from '../data/use-options.js';
import type { Outcome, Send } from '../data/use-send.js';

/** A value as it was and as it shall be, as documents hold it; null: not set. */
export interface ValueChange {
  readonly value: string | null;
  readonly expected: string | null;
}

type Outcomes = Promise<Outcome<unknown>>;
type Sender = (send: Send, id: string, change: ValueChange) => Outcomes;

/** A key of a closed list as the name of its enum in the API. */
const named = <Name extends string>(value: string | null): Name | null => (value === null ? null : (value.toUpperCase() as Name));

/** Fields of a measure with one value. */
const measureSenders: Readonly<Record<string, Sender>> = {
  type: (send, measureId, { value, expected }) => send(SetMeasureTypeDocument, { measureId, type: named<MeasureType>(value), expected: named<MeasureType>(expected) }),
  status: (send, measureId, { value, expected }) => send(SetMeasureStatusDocument, { measureId, status: named<MeasureStatus>(value), expected: named<MeasureStatus>(expected) }),
  decisionState: (send, measureId, { value, expected }) => send(SetMeasureDecisionStateDocument, { measureId, decisionState: named<DecisionState>(value ?? 'draft') as DecisionState, expected: named<DecisionState>(expected ?? 'draft') as DecisionState }),
  priority: (send, measureId, { value, expected }) => send(SetMeasurePriorityDocument, { measureId, priority: named<Priority>(value), expected: named<Priority>(expected) }),
  fundingState: (send, measureId, { value, expected }) => send(SetMeasureFundingStateDocument, { measureId, fundingState: named<FundingState>(value), expected: named<FundingState>(expected) }),
  period: (send, measureId, { value, expected }) => send(SetMeasurePeriodDocument, { measureId, period: value, expected }),
  contact: (send, measureId, { value, expected }) => send(SetMeasureContactDocument, { measureId, contact: value, expected }),
  district: (send, measureId, { value, expected }) => send(SetMeasureDistrictDocument, { measureId, district: value, expected }),
  resources: (send, measureId, { value, expected }) => send(SetMeasureResourcesDocument, { measureId, resources: value, expected }),
  budgetAmount: (send, measureId, { value, expected }) => send(SetMeasureBudgetAmountDocument, { measureId, amount: value, expected }),
  fundingSource: (send, measureId, { value, expected }) => send(SetMeasureFundingSourceDocument, { measureId, fundingSource: value, expected }),
  fundingUntil: (send, measureId, { value, expected }) => send(SetMeasureFundingUntilDocument, { measureId, fundingUntil: value, expected }),
  staffPositions: (send, measureId, { value, expected }) => send(SetMeasureStaffPositionsDocument, { measureId, staffPositions: value, expected }),
};

/** Sends the change of one field of a goal or measure by the mutation that is made for it. */
export class ObjectValueSender {
  constructor(private readonly send: Send, private readonly organisations: readonly Choice[], private readonly indicators: readonly Choice[]) {}

  /** @param key the field as documents name it: `status`, `partner/<raw id>` @throws Error for a field that has no mutation */
  change(kind: 'GOAL' | 'MEASURE', id: string, key: string, change: ValueChange): Outcomes {
    const [name = '', member] = key.split('/');
    if (member !== undefined) return this.member(kind, id, { name, member, isWanted: change.value !== null });
    if (kind === 'GOAL') return this.send(SetGoalKindDocument, { goalId: id, kind: named<GoalKind>(change.value ?? 'guiding') as GoalKind, expected: named<GoalKind>(change.expected ?? 'guiding') as GoalKind });
    if (name === 'lead') {
      const [organisationId, expectedOrganisationId] = [change.value, change.expected].map((uuid) => this.organisations.find((choice) => choice.uuid === uuid)?.id ?? null) as [string | null, string | null];
      return this.send(SetMeasureLeadDocument, { measureId: id, organisationId, expectedOrganisationId });
    }
    const sender = measureSenders[name];
    if (sender === undefined) throw new Error(`no mutation for ${key}`);
    return sender(this.send, id, change);
  }

  private member(kind: 'GOAL' | 'MEASURE', id: string, { name, member, isWanted }: { name: string; member: string; isWanted: boolean }): Outcomes {
    const { send } = this;
    if (name === 'partner') {
      const input = { measureId: id, organisationId: this.organisations.find(({ uuid }) => uuid === member)?.id ?? member };
      return isWanted ? send(AddMeasurePartnerDocument, input) : send(RemoveMeasurePartnerDocument, input);
    }
    if (name === 'targetGroup') {
      const input = { measureId: id, targetGroup: named<TargetGroup>(member) as TargetGroup };
      return isWanted ? send(AddMeasureTargetGroupDocument, input) : send(RemoveMeasureTargetGroupDocument, input);
    }
    const indicatorId = this.indicators.find(({ uuid }) => uuid === member)?.id ?? member;
    if (kind === 'GOAL') return isWanted ? send(LinkGoalIndicatorDocument, { goalId: id, indicatorId }) : send(UnlinkGoalIndicatorDocument, { goalId: id, indicatorId });
    return isWanted ? send(LinkMeasureIndicatorDocument, { measureId: id, indicatorId }) : send(UnlinkMeasureIndicatorDocument, { measureId: id, indicatorId });
  }
}

/** What FOCUS says of the nature of a charge; '' where it says nothing. */
export type ChargeNature = {
  category: string;
  chargeClass: string;
  frequency: string;
  service: string;
  /** `Spend`: a Savings Plan. `Usage`: a reservation. */
  commitment: string;
  status: string;
};

/** `AWS Support (Business)`, `AWS Developer Support`: FOCUS has no category for them. */
const SUPPORT = /^AWS (?:\w+ )?Support\b/;

/**
 * The record type of Cost Explorer that a charge of FOCUS would have. A correction of an earlier bill is a refund,
 * be it of usage or of a purchase; so is an adjustment, which is what AWS makes of its refunds. What a commitment
 * was not used for is part of its fees, as in Cost Explorer. A category that nobody knows yet keeps its name.
 */
export function recordTypeOfCharge(nature: ChargeNature): string {
  const { category, chargeClass } = nature;
  if (category === 'Tax' || category === 'Credit') return category;
  if (chargeClass === 'Correction' || category === 'Adjustment') return 'Refund';
  if (category === 'Usage') return usageOf(nature);
  if (category === 'Purchase') return purchaseOf(nature);
  return category;
}

function usageOf({ commitment, status, service }: ChargeNature): string {
  if (status === 'Used') return commitment === 'Spend' ? 'SavingsPlanCoveredUsage' : 'DiscountedUsage';
  if (status === 'Unused') return recurringFeeOf(commitment);
  return SUPPORT.test(service) ? 'Support' : 'Usage';
}

function purchaseOf({ commitment, frequency, service }: ChargeNature): string {
  if (commitment === '') return SUPPORT.test(service) ? 'Support' : 'Fee';
  if (frequency !== 'One-Time') return recurringFeeOf(commitment);
  return commitment === 'Spend' ? 'SavingsPlanUpfrontFee' : 'Upfront';
}

function recurringFeeOf(commitment: string): string {
  return commitment === 'Spend' ? 'SavingsPlanRecurringFee' : 'RIFee';
}

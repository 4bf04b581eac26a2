/** Red and yellow as Trusted Advisor says them. They differ in brightness too, and lines in their dashes. */
export const RED = 'light-dark(#b3261e, #ff8b80)';
export const YELLOW = 'light-dark(#a87700, #f0c64e)';

/** The gap in a stem, as core's GAP writes it. Said here once more: that door brings the reading of numbers along, which most questions do without. */
export const GAP = /_{3,}/

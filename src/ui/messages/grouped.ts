/** A whole number as English groups its digits. `toLocaleString` would learn all languages first, with the first click on the timeline. */
export const grouped = (n: number): string => String(n).replace(/\B(?=(?:\d{3})+$)/g, ',');

// Keys of parts of the page that know themselves what they do, and come later than the keyboard is heard.

type Obey = (event: KeyboardEvent) => boolean;
const others: Obey[] = [];
/** True for a key that is of them. They go before all others. */
export const alsoObey = (obeys: Obey): void => {
  others.push(obeys);
};
export const isObeyed: Obey = (event) => others.some((obeys) => obeys(event));

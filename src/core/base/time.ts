/** Microseconds of virtual time since the world began. */
export type Micros = number;
export const MILLISECOND: Micros = 1000;
export const SECOND: Micros = 1_000_000;
export const MINUTE: Micros = 60 * SECOND;

export interface Civil {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly weekday: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

/** UTC calendar fields of a Unix time in seconds; proleptic Gregorian, months 1..12, weekday 0 = Sunday. */
export function civil(unix: number): Civil {
  const days = Math.floor(unix / 86_400);
  const rest = unix - days * 86_400;
  const z = days + 719_468; // days since 0000-03-01: leap days then fall at the end of a year
  const era = Math.floor(z / 146_097);
  const dayOfEra = z - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1,
    weekday: (((days + 4) % 7) + 7) % 7,
    hour: Math.floor(rest / 3600),
    minute: Math.floor((rest % 3600) / 60),
    second: Math.floor(rest % 60),
  };
}

/** The Unix time of UTC calendar fields, the inverse of `civil`; the weekday says nothing new. */
export function unixOf({ year, month, day, hour, minute, second }: Omit<Civil, 'weekday'>): number {
  const shifted = month > 2 ? month - 3 : month + 9;
  const yearFromMarch = month > 2 ? year : year - 1;
  const era = Math.floor(yearFromMarch / 400);
  const yearOfEra = yearFromMarch - era * 400;
  const dayOfYear = Math.floor((153 * shifted + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  const days = era * 146_097 + dayOfEra - 719_468;
  return days * 86_400 + hour * 3600 + minute * 60 + second;
}

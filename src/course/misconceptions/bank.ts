// Every misconception there is a recogniser for, by its number.
import type { Misconception } from './misconception.ts';
import { smtpSlips } from './smtp.ts';

export const misconceptions: readonly Misconception[] = [...smtpSlips];
export const misconceptionCalled = (id: string): Misconception | undefined =>
  misconceptions.find((it) => it.id === id);

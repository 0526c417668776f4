import type { Doubt } from '../../app/advice.ts';
import { useLateMessages } from '../messages/late.ts';
import { useMessages } from '../messages/useMessages.ts';
import { doubtWords } from './doubt.ts';

/** Under a line that will not be obeyed: why not. Nobody doubts a line before a server has spoken. */
export const Doubted = ({ doubt }: { readonly doubt: Doubt }) =>
  doubtWords(doubt, useLateMessages().doubt, useMessages().declared);

import type { Block } from './parse.ts';
import { play, type Cut, type Result } from './play.ts';
import { serve } from './serve.ts';
import { spoken } from './spoken.ts';

/** From whichever side the transcript is. */
export const perform = (block: Block, cut: Cut, update = false): Result =>
  spoken.get(block.protocol)?.serves ? serve(block, cut) : play(block, cut, update);

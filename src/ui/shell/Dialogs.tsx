import { fetchAll } from '../../app/parts.ts';
import { Share } from '../share/Share.tsx';
import { Help } from './Help.tsx';
import { whenShown } from './later.tsx';

const Palette = whenShown(async () => {
  await fetchAll(); // the whole manual is in it
  return (await import('../palette/Palette.tsx')).Palette;
});

/** What opens above the page; one at a time. */
export const Dialogs = () => (
  <>
    <Help />
    <Palette />
    <Share />
  </>
);

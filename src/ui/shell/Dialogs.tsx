import { Ask } from '../palette/Ask.tsx';
import { Share } from '../share/Share.tsx';
import { Help } from './Help.tsx';

/** What opens above the page; one at a time. */
export const Dialogs = () => (
  <>
    <Help />
    <Ask />
    <Share />
  </>
);

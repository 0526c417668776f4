import './shell/theme.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { boot } from '../app/boot.ts';
import { languageTag } from './messages/useMessages.ts';
import { App } from './shell/App.tsx';
import { typable } from './shell/ready.ts';
import { wearTheme } from './shell/settings.ts';

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no #root.');
document.documentElement.lang = languageTag;
wearTheme();
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
// The console takes keys first; the simulation comes right behind it, and what was typed meanwhile waits. Not awaited here:
// a chunk that shares a module with this script would wait for it, and it for the chunk.
void typable.then(boot);

// The terminal's own chunk: fetched while the page is painted for the first time, and nothing in it is needed for that.
import { FitAddon } from '@xterm/addon-fit';
import { Terminal } from '@xterm/xterm';
import '@xterm/xterm/css/xterm.css';
import './console.css';

export { FitAddon, Terminal };

// What stands beside the consoles: the talk of a mail client, by its machine, to be read; '' nothing.
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';

const beside = createStore<{ readonly device: string }>(() => ({ device: '' }));
export const useBeside = (): string => useStore(beside, (s) => s.device);
export const showBeside = (device: string): void => beside.setState({ device });

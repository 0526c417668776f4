import { encodeQR } from 'qr';
import { useMemo } from 'react';
import { words } from './words.ts';

/** Longer than this, and a phone's camera no longer tells the squares apart. */
const MOST = 900;
const QUIET = 4;

/** The dark squares of the code for these words, as a path; undefined: too many. */
export function qrPath(text: string): { readonly d: string; readonly size: number } | undefined {
  if (text.length > MOST) return undefined;
  const rows = encodeQR(text, 'raw', { ecc: 'low', border: QUIET });
  const d = rows.map((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : '')).join('')).join('');
  return { d, size: rows.length };
}
/** Black on white in every theme: cameras expect it. */
export function Qr({ text }: { text: string }) {
  const code = useMemo(() => qrPath(text), [text]);
  if (!code) return <p className="text-small text-soft">{words.noQr}</p>;
  return (
    <svg
      role="img"
      viewBox={`0 0 ${code.size} ${code.size}`}
      className="w-full max-w-52 rounded-control bg-[#fff]"
      shapeRendering="crispEdges"
    >
      <title>{words.qr}</title>
      <path d={code.d} fill="#000" />
    </svg>
  );
}

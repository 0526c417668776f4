// The paper a letter's HTML is shown on: a document of its own that runs nothing, fetches nothing, sends nothing and leads nowhere.
const POLICY =
  "default-src 'none'; img-src data:; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'";

/** White paper in any theme: the colours of a letter were chosen for it. */
const PAPER = `
  html { color-scheme: light; background: #fff; color: #1d2430; }
  body { margin: 0; padding: 12px 16px; font: 15px/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
  img { max-width: 100%; height: auto; }
  a { color: #0b62b0; text-decoration: underline; }
  .leads { margin: 0 .35em; padding: 0 .4em; border: 1px solid #d8d2c8; border-radius: 4px; font: 12px/1.5 monospace; color: #4a5566; }
  .leads::before { content: "→ "; }
  .away { display: inline-block; margin: 2px; padding: 2px 8px; border: 1px dashed #8a94a3; border-radius: 4px;
    font: 12px/1.5 system-ui, sans-serif; color: #4a5566; background: #f6f4f0; }
`;
export const framed = (html: string): string =>
  `<!doctype html><html><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${POLICY}">` +
  `<style>${PAPER}</style></head><body>${html}</body></html>`;

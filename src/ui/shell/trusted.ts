// The page's one policy of trusted types: a browser lets nobody make another.
interface Policy {
  createHTML(html: string): string;
  createScriptURL(url: string): string;
}
interface TypesWindow {
  readonly trustedTypes?: { createPolicy(name: string, rules: Policy): Policy };
}
/** `createHTML`: for what the purifier has made alone. Of scripts there is one, the service worker. */
export const policy = (window as TypesWindow).trustedTypes?.createPolicy('mailwire', {
  createHTML: (html) => html,
  createScriptURL: () => new URL('sw.js', document.baseURI).href,
});

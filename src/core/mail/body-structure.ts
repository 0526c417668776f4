// BODY and BODYSTRUCTURE (RFC 9051 §7.5.2).
import type { Octets } from '../base/octets.ts';
import { envelopeTextOf } from './envelope.ts';
import { imapNstring, imapString } from './imap-string.ts';
import type { Parameter, Parameterised } from './parameters.ts';
import type { Content, Part } from './part.ts';
import { lengthOf, linesIn } from './range.ts';
import { remembered } from './remembered.ts';
import { structureOf } from './structure.ts';

/** BODYSTRUCTURE: with the extension data. */
export const bodyStructureText: (octets: Octets) => Octets = remembered((octets: Octets) =>
  textOf(octets, structureOf(octets), true),
);
/** BODY: without. */
export const bodyText: (octets: Octets) => Octets = remembered((octets: Octets) =>
  textOf(octets, structureOf(octets), false),
);

function textOf(octets: Octets, part: Part, extended: boolean): Octets {
  const { content } = part;
  if (part.children.length > 0) {
    const children = part.children.map((child) => textOf(octets, child, extended)).join('');
    const more = extended ? ` ${parametersText(content.parameters)}${placing(content)}` : '';
    return `(${children} ${imapString(content.subtype)}${more})`;
  }
  const more = extended ? ` ${imapNstring(content.md5)}${placing(content)}` : '';
  return `(${fieldsText(part)}${nested(octets, part, extended)}${linesText(octets, part)}${more})`;
}

function fieldsText({ content, body }: Part): Octets {
  const { type, subtype, parameters, id, description, encoding } = content;
  const media = `${imapString(type)} ${imapString(subtype)} ${parametersText(parameters)}`;
  return `${media} ${imapNstring(id)} ${imapNstring(description)} ${imapString(encoding)} ${lengthOf(body)}`;
}
const nested = (octets: Octets, { message }: Part, extended: boolean): Octets =>
  message ? ` ${envelopeTextOf(octets, message.header)} ${textOf(octets, message, extended)}` : '';

const linesText = (octets: Octets, { content, message, body }: Part): Octets =>
  message || content.type === 'TEXT' ? ` ${linesIn(octets, body)}` : '';

const parametersText = (parameters: readonly Parameter[]): Octets =>
  parameters.length === 0
    ? 'NIL'
    : `(${parameters.map(({ name, value }) => `${imapString(name)} ${imapString(value)}`).join(' ')})`;

const placing = ({ disposition, language, location }: Content): Octets =>
  ` ${dispositionText(disposition)} ${languageText(language)} ${imapNstring(location)}`;

const dispositionText = (disposition: Parameterised | undefined): Octets =>
  disposition ? `(${imapString(disposition.value)} ${parametersText(disposition.parameters)})` : 'NIL';

function languageText(language: readonly Octets[] | undefined): Octets {
  if (!language) return 'NIL';
  return language.length === 1 ? imapNstring(language[0]) : `(${language.map(imapString).join(' ')})`;
}

// The content fields of an entity's header (RFC 2045, 1864, 2183, 2557, 3282).
import { upperAscii, type Octets } from '../base/octets.ts';
import { withoutComments } from './comment.ts';
import { fieldOf, trimmed, unfolded, type Header } from './fields.ts';
import { parameterised, type Parameter, type Parameterised } from './parameters.ts';
import { parameterOf, type Content } from './part.ts';

/** What an entity is when it does not say (RFC 2045 §5.2; in a digest RFC 2046 §5.1.5). */
export type DefaultType = 'text' | 'message';

export function contentOf(octets: Octets, header: Header, unsaid: DefaultType): Content {
  const value = (name: string): Octets | undefined => {
    const field = fieldOf(header, name);
    return field && unfolded(octets, field);
  };
  const [type, subtype, parameters] = typeOf(value('content-type'), unsaid);
  return {
    type,
    subtype,
    parameters,
    encoding: encodingOf(value('content-transfer-encoding')),
    id: value('content-id'),
    description: value('content-description'),
    md5: value('content-md5'),
    disposition: dispositionOf(value('content-disposition')),
    language: languagesOf(value('content-language')),
    location: value('content-location'),
  };
}

const TYPE = /^([^ \t\r\n/;]+)[ \t]*\/[ \t]*([^ \t\r\n/;]+)/;
const ASCII: readonly Parameter[] = [{ name: 'CHARSET', value: 'US-ASCII' }];

/** A type that cannot be read counts as unsaid (RFC 2045 §5.2). */
function typeOf(
  text: Octets | undefined,
  unsaid: DefaultType,
): readonly [Octets, Octets, readonly Parameter[]] {
  const { value, parameters } = parameterised(text ?? '');
  const [, type, subtype] = TYPE.exec(value) ?? [];
  if (type === undefined || subtype === undefined)
    return unsaid === 'message' ? ['MESSAGE', 'RFC822', []] : ['TEXT', 'PLAIN', ASCII];
  const plain = type.toUpperCase() === 'TEXT' && parameterOf(parameters, 'charset') === undefined;
  return [upperAscii(type), upperAscii(subtype), plain ? [...ASCII, ...parameters] : parameters];
}

/** A token (RFC 2045 §6.1); whoever quotes it means what is in the quotes. */
function encodingOf(text: Octets | undefined): Octets {
  const token = parameterised(text ?? '').value.replace(/^"([^"\\]*)"$/, '$1');
  return token === '' ? '7BIT' : upperAscii(token);
}
function dispositionOf(text: Octets | undefined): Parameterised | undefined {
  const found = text === undefined ? undefined : parameterised(text);
  return found && found.value !== '' ? found : undefined;
}
function languagesOf(text: Octets | undefined): readonly Octets[] | undefined {
  const tags = withoutComments(text ?? '')
    .split(',')
    .map(trimmed)
    .filter((tag) => tag !== '');
  return tags.length > 0 ? tags : undefined;
}

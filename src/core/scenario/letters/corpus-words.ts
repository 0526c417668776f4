// Of what the letters of the long mailbox are made. Nobody in it is anybody.

/** Name, address, and minutes east of UTC. */
export const PEOPLE: readonly (readonly [name: string, address: string, zone: number])[] = [
  ['Dave Rivers', 'dave@example.org', 60],
  ['Bob', 'bob@example.com', 0],
  ['Carol', 'carol@example.com', 0],
  ['Erin', 'erin@example.com', 0],
  ['Frank', 'frank@alumni.example.net', 0],
  ['"Rivers, Ida"', 'ida@example.org', 60],
  ['=?utf-8?Q?Jos=C3=A9?=', 'jose@xn--bcher-kva.example', 60],
  ['The Riverside Reader', 'reader@example.org', 60],
  ['Oskar Mill', 'oskar@mill.example', 120],
  ['Priya', 'priya@example.net', 330],
  ['Accounts', 'accounts@mill.example', 120],
  ['Tom Ferryman', 'tom@example.net', 0],
];
export const SUBJECTS = [
  'The',
  'Once more: the',
  'About the',
  'Photographs of the',
  'Who has the',
  'Price of the',
  'No',
];
export const THINGS = [
  'lantern',
  'atlases',
  'kettle',
  'window',
  'catalogue',
  'runner beans',
  'marrows',
  'stove',
  'ferry',
  'bicycle',
  'till',
  'cellar key',
  'proofs',
  'almanac',
  'reading in March',
];
export const CHAPTERS = ['page', 'shelf', 'part', 'number', 'room', 'sheet'];
export const SENTENCES = [
  'It is where it was.',
  'Nobody has asked for it since the summer, and then it rained.',
  'If you come by the bridge, bring the second key.',
  'We counted them twice and had two more the second time.',
  'The mill sends cream when one asks for white, and white when one does not ask.',
  'Thursday would suit me, as long as it is the Thursday after next.',
  'Please leave it burning.',
  'There is a draught on the third shelf, and poetry suffers.',
  'Somebody has put the ladder where the ladder goes, which nobody expected.',
  'The cat does not agree.',
  'Forty sheets, and one for the kettle.',
  'I have written it down, but not where.',
  'They close at eight, except in November.',
];

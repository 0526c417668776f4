// What each machine of the standard world is for, and with whom it belongs: those that matter first.
export const HOUSES = ['seats', 'shop', 'university', 'provider', 'elsewhere', 'faults'] as const;
export type House = (typeof HOUSES)[number];

const seats: Readonly<Record<string, string>> = {
  'client.example.net': 'Where you sit',
  'bob-laptop.example.net': 'bob’s, in a café where somebody reads along',
  'alice-phone.example.net': 'alice’s, for a second look at the same mailbox',
};
const shop: Readonly<Record<string, string>> = {
  'mx1.example.com': 'Takes mail for the bookshop',
  'mx2.example.com': 'Takes it when mx1 cannot, and hands it on',
  'mta-sts.example.com': 'Tells by HTTPS whether the shop’s mail needs TLS; has no mail',
  'submit.example.com': 'Where the shop’s people hand their letters in',
  'pop.example.com': 'Where they fetch them, by POP3',
  'imap.example.com': 'Where they read them, by IMAP',
};
const university: Readonly<Record<string, string>> = {
  'mx.example.org': 'Takes mail for the university',
  'mail.example.org': 'Its people write and read here: SMTP, POP3, IMAP, ten years old',
};
const provider: Readonly<Record<string, string>> = {
  'mail.example.net': 'Keeps the mail of an internet provider’s customers',
  'out.example.net': 'Sends what they write',
  'lists.example.net': 'The mailing list seed-talk',
  'fwd.example.net': 'Addresses for life: sends mail on to where people are now',
};
const elsewhere: Readonly<Record<string, string>> = {
  'lab.example.net': 'Knows every extension there is: for trying things out',
  'mx-eai.xn--bcher-kva.example': 'A shop whose addresses are not ASCII: josé@bücher.example',
  'x.mallory.test': 'Nobody trusts it: passes on mail of anybody to anybody',
};
const faults: Readonly<Record<string, string>> = {
  'greylist.test': 'Puts strangers off for five minutes',
  'slow.test': 'Takes half a minute over each answer, and never says that it has the letter',
  'full.test': 'Its disk is full',
  'old.test': 'From 1982: HELO, seven bits, no extensions',
  'smuggle.test': 'Takes a bare LF for a line end, and two letters for one',
  'loop-a.test': 'Sends mail for round@ on to loop-b',
  'loop-b.test': 'Sends it back to loop-a',
  'down.test': 'Nobody answers',
  'aonly.test': 'Has an address in the DNS, and no MX',
  'strip.test': 'Offers TLS; somebody on the way takes the offer away',
  'a.equal.test': 'One of two that the DNS prefers equally',
  'b.equal.test': 'The other of the two',
};
/** The words of who is here. */
export const castWords = {
  houses: {
    seats: 'Sit down here',
    shop: 'Lantern Books, example.com',
    university: 'Riverside University, example.org',
    provider: 'An internet provider, example.net',
    elsewhere: 'Elsewhere',
    faults: 'Domains with one fault each',
  },
  captions: { seats, shop, university, provider, elsewhere, faults },
} as const;

// SMTP by hand beyond the first letter: a login on the submission port, a token, TLS asked for in SMTP's words.
import { expect, test } from './console-page.ts';
import { panel } from './drive.ts';

test('a login one may have once, and not within an envelope; the machine shows where one is', async ({
  term,
  page,
}) => {
  const machine = panel(page, 'machine');
  await term.say('telnet submit.example.com 587');
  await term.say('EHLO client.example.net');
  await term.say('MAIL FROM:<bob@example.com>');
  await term.sees('530 5.7.0 Must issue a STARTTLS command first');
  await term.say('QUIT');
  await term.say('openssl s_client -quiet -crlf -connect submit.example.com:465');
  await term.say('EHLO client.example.net');
  await term.say('AUTH LOGIN');
  await expect(page.getByRole('group', { name: 'What the base64 says' })).toContainText('Username:');
  await expect(machine.getByText('Proving who you are')).toBeVisible();
  await term.say('*');
  await term.sees('501 5.7.0');
  await term.say('AUTH PLAIN AGJvYgBjb3JyZWN0LWhvcnNl');
  await term.sees('235 2.7.0 Welcome, bob');
  await term.say('AUTH PLAIN');
  await term.sees('503 5.5.1 You are logged in as bob');
  await expect(machine.getByRole('button', { name: 'RCPT', exact: true })).toBeVisible();
  for (const never of ['LHLO', 'SOML', 'STARTTLS'])
    await expect(machine.getByRole('button', { name: never, exact: true })).toHaveCount(0);
});

test('s_client asks for TLS in SMTP’s words and shows the last of what it heard; help knows them', async ({
  term,
}) => {
  await term.say('help ETRN');
  await term.sees('RFC 1985, section 5');
  await term.say('token bob');
  await term.sees('Good for bob until');
  await term.say('openssl s_client -starttls smtp -quiet -crlf -connect mx1.example.com:25');
  await term.sees('250 DSN');
  await term.say('EHLO client.example.net');
  await term.sees('250 REQUIRETLS');
});

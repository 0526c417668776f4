import { post } from './post.ts';

/** To the postmaster: a letter could not be returned, because it came from nobody (RFC 5321 §4.5.5). */
export const warning = post({
  from: 'Mail Delivery System <MAILER-DAEMON@example.com>',
  to: 'postmaster@example.com',
  written: [11, 3, 6, 15],
  subject: 'Two letters wait on mx2',
  text: `
Since yesterday evening two letters wait on mx2.example.com, because
mx1.example.com took no mail between 21:40 and 22:05. They will be tried
again by themselves; nothing needs to be done.
`,
  fields: 'Auto-Submitted: auto-generated',
});

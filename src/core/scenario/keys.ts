// Made by `npm run keys`: what SCRAM needs to know of the scenarios' users (RFC 5802 §3), by name:password.
import type { ScramKeys } from '../host/host.ts';

export const KEYS: Readonly<Record<string, ScramKeys>> = {
  'alice:paper lantern': {
    salt: 'Bw/0IWB/zH5uYe+UmqP6wQ==',
    iterations: 4096,
    sha1: {
      stored: 'V+F3d4NFm+woh7kJFdL2WOJAUMQ=',
      server: 'WRRbFdgNPqQ7++LnLh8OxO3U60c=',
    },
    sha256: {
      stored: 'JiJ8sLJ16uC1Lg6WFxxUcxrHcQ82kKfX6d5ubWR+ONA=',
      server: 'P+ckI3GxJHfBjQ2Zqcqb0MSfQC5xiOIZMVgL85fcQh4=',
    },
  },
  'bob:correct-horse': {
    salt: 'pzoHdCSkPCoRXsMOuQkKpQ==',
    iterations: 4096,
    sha1: {
      stored: 'xjaBpL6vHKtWKeuwfYxboIoC2bI=',
      server: 'gI/Sm33F7vgOGWmjx5a3Ld76msM=',
    },
    sha256: {
      stored: 'J46E8eiFXs5erZ9oakbBHodm2Q6LJejlrXBl7/UMe7I=',
      server: 'uPPSENURdouMifMg9+aZ7Rk8db04t2nzaYehvwPAZw0=',
    },
  },
  'carol:c4rol"quote': {
    salt: 'QoWojOigajEsXVBBwJQSLg==',
    iterations: 4096,
    sha1: {
      stored: 'LAcDTDyb22VgP3VPR5KJiHZWlRY=',
      server: 'hsi8kCDf1hOzue9y9Jnagat5MUI=',
    },
    sha256: {
      stored: 'keU56yci85fzu2qUa24i71P/dSSOWj415GQ4+v+f0ao=',
      server: '21eeTzdU/VsHuz+UZY5DaZwXVc1UYOYzwJaHwcIR1DQ=',
    },
  },
  'erin:größe7': {
    salt: 'lv6C/DFCTDs8X4dI57kcjw==',
    iterations: 4096,
    sha1: {
      stored: '2Wjo15a0j0BqDSm5cmAv83KSTGg=',
      server: 'qni2tF6Skvd4FprhELDDeZGEzP8=',
    },
    sha256: {
      stored: 'fUdXZgXrj9KpLK3PzFtrhtxhiFtIOxnZqZln+rZuuWM=',
      server: 'tVU6FfCpuLb2fddJFjXsdleM3dJl4KcD1EccOY17hbE=',
    },
  },
  'john smith:two words': {
    salt: 'dYa3Zba35ShoNU1oCgWNMA==',
    iterations: 4096,
    sha1: {
      stored: '+1mWhOxnN4Q5JNzNX9BQeTi0i6Q=',
      server: 'h6XE4o1HMehRgenuD9aiBg1W9/Y=',
    },
    sha256: {
      stored: 'yi8r75vOpZG91f0M0NM1jN1HPIcrZJOnD4Fi3xzKE3Y=',
      server: 'deum6VM9wUMGsNJQa3jSvwnWKsQsPzcC+QgyIy/c9AU=',
    },
  },
  'postmaster:stamp-album': {
    salt: '4AEt6EHFBFWC17RvpwZzkg==',
    iterations: 4096,
    sha1: {
      stored: '+CO6Q7D+Zc/qbW95rDkAV1Pt3kc=',
      server: '13NlbeSG02MK8HyVf3ALL5ocQjg=',
    },
    sha256: {
      stored: 'mcWsV1U2jX6Xj6x2UuEufq9s9k9I8S/JSR+me/UWI1E=',
      server: 'bBMlCD8PpelJG37+cug4wAPjZEQ83fQwBXSK6f3w7JY=',
    },
  },
  'dave:river-otter': {
    salt: 'o9Q4JSkqCUsLoTwapD3SEg==',
    iterations: 4096,
    sha1: {
      stored: 'mYiXqv/k5jrKYAvR+3WbNtoxNHk=',
      server: 'M8Nq4kCjVD24R/UA7iZb8fDnoEw=',
    },
    sha256: {
      stored: 'nKj+bz+3QoJePSp2lcgGTaorzf5amjDGWktj8U05+4Q=',
      server: 'FlbUa3HMbyaIOVPVqwkJu5qWys0A36NzQudZNnsKQkw=',
    },
  },
  'dean:empty-office': {
    salt: 'GOQyXcv8z0zThFDPLdp2tQ==',
    iterations: 4096,
    sha1: {
      stored: 'YO50odu/0HpGKJ9rtCv8mm6GzOg=',
      server: 'GURgk0L8TjpVyVa+COeUbUa7u18=',
    },
    sha256: {
      stored: 'mGzXAvDDXLVEoBVDlA7fK+H78t3y541Y3f/4IIJI7XQ=',
      server: 'xPKqBaoPiwtrTc3oUBBsTqmrigxYjQnXbE12nGknGpo=',
    },
  },
  'full:no-more-room': {
    salt: 'EXurTRzoIsc6QD7dTiutdw==',
    iterations: 4096,
    sha1: {
      stored: '0vehLjbLuKZzBTfNTExcj4nQREo=',
      server: '9iaJfdKWJA7GTTNMkdNHc1B1CQ4=',
    },
    sha256: {
      stored: 'WtyS8NjkBRwhN4CPvmusDea5M3zE9uCYZr+p46dUEoo=',
      server: 'E4+2bv0lpxikX/rflXGYwn+NWQMeN20x1KWmRegwqDk=',
    },
  },
  'helpdesk:ring-twice': {
    salt: 'xY8VCiDeoZU+8J74bPRHjg==',
    iterations: 4096,
    sha1: {
      stored: 'gd4zXs/wthGKSQCwRNLYtSuv8/s=',
      server: 'tyd17uRafAFJauMgXEgznj/fAlc=',
    },
    sha256: {
      stored: 'cjf1VjyKRLMHubBZagPam3nNmYtoNm7dHbk1rHneCWU=',
      server: 'b3c/6olUX+jdq1hA1LwMOlAdTS9wgLHZATJevg1pNS4=',
    },
  },
  'postmaster:boat-house': {
    salt: 'WCfhgbvJaz9El00GLCtazQ==',
    iterations: 4096,
    sha1: {
      stored: 'HMlbmjuYHsZ6k4sk1ue5bU1jEow=',
      server: 'XUoI8RL9seFpqOPx/6cVADFv6FM=',
    },
    sha256: {
      stored: 'VFuQgPBeN4vXszryHHD3apDKG1Z84pwtF+yFcO0XqoY=',
      server: '55W0uNK1NOEem/5NNE/WL870v1PIGzka2rluNfuH1NQ=',
    },
  },
  'you:first-steps': {
    salt: 'ZA6yLvqgdzg/aDOmzBmGMg==',
    iterations: 4096,
    sha1: {
      stored: 'vDncYG5TBD2TNtQ47GWIe0eLxto=',
      server: 'It8xSIjuoCDjaI3VE4qc5HgQW+s=',
    },
    sha256: {
      stored: 'WvgOLqTT9SPvG7Kw2YXDzVo793RcuqmG5lyq45U0gCc=',
      server: 'yCEgzo3ehaj1RYF7eBos+U9AWsSN8T/3/ANly85TF5E=',
    },
  },
  'guest:open-door': {
    salt: 'q7pXFbIscEjFy3dkx9mWgQ==',
    iterations: 4096,
    sha1: {
      stored: 'pgKLvC00IQf/RZG4An5wKYq2ICo=',
      server: 'X/0KMOYoieYScTGsz+6Ty9KTC7I=',
    },
    sha256: {
      stored: 'VbaqOxxmKm2DGa/MfCCj7hqHQ++VG8gXvlMLlS/dO0I=',
      server: 'wSCvisL8mzTTxkIdh6Fhb+9w6zf8Bmp/2MW86+ueH9w=',
    },
  },
  'frank:old-boat': {
    salt: 'EasexSr9feqRdDY16NwkhA==',
    iterations: 4096,
    sha1: {
      stored: 'OOB90vd9SJ7Vn6OUATBVZRAe29Q=',
      server: 'SCdwq0/BPpWXAJ/h/Hs+ZK7Rp00=',
    },
    sha256: {
      stored: 'gJqb3FMfrEQPBXfzLI+Q/YsgLy+M3iPmBtio1SAKGyw=',
      server: 'pL3Sgaw4mrLv450+6EhQ0tfJlhufmAdddKzR+0HZIu8=',
    },
  },
  'josé:dos-palabras': {
    salt: 'HwhDiPTnoO7S2bJSM1trHg==',
    iterations: 4096,
    sha1: {
      stored: 'QuDgdonUaO63V+7VbAEchRYWmLE=',
      server: 'BK6WiToeXAvB3dU9ClAdTdyoGas=',
    },
    sha256: {
      stored: 'wKceTv58xOufdxXFGU+HEBf25m/CzO7rHxeB0RYmI/E=',
      server: '4ij3KqCtr9+ti0SAz2lrlSuWjuHgHrnmnA/Psc4Mczs=',
    },
  },
  'mallory:open-sesame': {
    salt: 'i+ZLl1NOfA/+jw4WTVNxeg==',
    iterations: 4096,
    sha1: {
      stored: 'SuAKF44xgSdowInc4N8dOAzIRLI=',
      server: '0HswgYUePSQNNJHmDagrQV6easQ=',
    },
    sha256: {
      stored: 'i4I7phhbr6moQBGgrttVY/kCGU26m7Pxqkizm9IP9hw=',
      server: 'VMHXNyjW07lzRswndRpNd2/aqXDHyOMkVXy4crJRLkk=',
    },
  },
  'somebody:single-fault': {
    salt: 'qPQkvvMz1YhObz0AvywGzA==',
    iterations: 4096,
    sha1: {
      stored: 'kYF9F2ld+ldzrzhvwIi+mCLwIl8=',
      server: '11IryZmhN1Rn/78KrYgnme5Uo3U=',
    },
    sha256: {
      stored: 'muTbCPQFtEUxJJEa1fZW7jYfZBNseH+JjAUKUf7bsZw=',
      server: 'PYHWmTifgQkurJuh0/9zljTJmGggD0kewCcLrjsq4ZY=',
    },
  },
};

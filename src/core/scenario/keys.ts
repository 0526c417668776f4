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
};

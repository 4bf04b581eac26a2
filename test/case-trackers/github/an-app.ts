import { generateKeyPairSync } from 'node:crypto';
import type { GithubApp } from '#local/counterparts/github/github-apps.ts';
import { REPOSITORY } from '#test/local/counterparts/github/a-github.ts';

const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });

/** As GitHub gives it. */
export const PRIVATE_KEY = privateKey.export({ type: 'pkcs1', format: 'pem' }).toString();
export const APP: GithubApp = {
  id: 'Iv23liReeveReeve',
  slug: 'reeve-of-example',
  installation: 77,
  publicKey: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
  repositories: [REPOSITORY],
};

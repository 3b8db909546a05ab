// Signs in as docs/api.md describes it, with the library openid-client and nothing of our own. Arguments: issuer, e-mail, password.
import assert from 'node:assert/strict';
import { createInterface } from 'node:readline/promises';
import * as oidc from 'openid-client';
import { Browser } from './browser.mjs';

const [issuer, email, password] = process.argv.slice(2);
const app = 'http://127.0.0.1:49152';
const redirect = `${app}/signed-in`;

// 1. Discovery. (An issuer without https is for development machines only.)
const config = await oidc.discovery(new URL(issuer), 'journease-mobile', undefined, oidc.None(), { execute: [oidc.allowInsecureRequests] });
assert.equal(config.serverMetadata().issuer, issuer);
assert.ok(config.serverMetadata().supportsPKCE('S256'));

// 2. The person signs in in the system's browser, and comes back to the app with a code.
const verifier = oidc.randomPKCECodeVerifier();
const [state, nonce] = [oidc.randomState(), oidc.randomNonce()];
const start = oidc.buildAuthorizationUrl(config, {
  redirect_uri: redirect,
  scope: 'openid profile roles offline_access intake',
  code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
  code_challenge_method: 'S256',
  state,
  nonce,
});
const browser = new Browser();
const signInPage = await browser.goTo(start, app);
const { arrived } = await browser.signIn(signInPage, email, password, app);
assert.ok(arrived, 'The person did not come back to the app.');

// 3. The app exchanges the code; the library checks state, nonce, iss and the id token.
const checks = { pkceCodeVerifier: verifier, expectedState: state, expectedNonce: nonce, idTokenExpected: true };
const tokens = await oidc.authorizationCodeGrant(config, arrived, checks);
assert.ok(tokens.expires_in <= 600);
const person = tokens.claims().sub;

// 4. Who is it?
const info = await oidc.fetchUserInfo(config, tokens.access_token, person);
assert.ok(info.name);

// 5. The code was good once: using it again ends what came of it.
await refused(oidc.authorizationCodeGrant(config, arrived, checks), 'invalid_grant');
await refused(oidc.refreshTokenGrant(config, tokens.refresh_token), 'invalid_grant');

// 6. Once more, and then refresh: every refresh token is used once, and the newest is kept.
const again = await signInAgain();
const refreshed = await oidc.refreshTokenGrant(config, again.refresh_token);
assert.notEqual(refreshed.refresh_token, again.refresh_token);
await tenSecondsLater();
await refused(oidc.refreshTokenGrant(config, again.refresh_token), 'invalid_grant');
await refused(oidc.refreshTokenGrant(config, refreshed.refresh_token), 'invalid_grant'); // a replay ends the family

// 7. Signing out: the tokens here, the session there.
const last = await signInAgain();
await oidc.tokenRevocation(config, last.refresh_token);
await refused(oidc.refreshTokenGrant(config, last.refresh_token), 'invalid_grant');
const end = oidc.buildEndSessionUrl(config, { id_token_hint: last.id_token, post_logout_redirect_uri: `${app}/signed-out` });
const left = await browser.goTo(end, app);
assert.equal(left.arrived?.pathname, '/signed-out');
const afterwards = await browser.goTo(start, app);
assert.ok(afterwards.page, 'The session is over: the person is asked again.');
console.log('DONE');
process.exit(0);

// The browser still knows the person.
async function signInAgain() {
  const back = await browser.goTo(start, app);
  return oidc.authorizationCodeGrant(config, back.arrived, checks);
}

async function refused(attempt, error) {
  await assert.rejects(attempt, (e) => e.error === error && e.status === 400);
}

// Whoever runs this makes the time pass.
async function tenSecondsLater() {
  console.log('TEN SECONDS LATER');
  const input = createInterface({ input: process.stdin });
  await input.question('');
  input.close();
}

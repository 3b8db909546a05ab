// Passkeys, for whoever has scripts and a browser that knows them. Everybody else has the password.
const offer = document.querySelector('[data-passkey]');
const known = window.PublicKeyCredential?.parseRequestOptionsFromJSON && window.PublicKeyCredential.parseCreationOptionsFromJSON;

if (offer && known) {
  const form = offer.closest('form');
  const trouble = offer.querySelector('[data-trouble]');
  const adding = offer.dataset.passkey === 'add';
  const options = () => {
    const given = JSON.parse(form.querySelector('[data-options]').value);
    return adding ? PublicKeyCredential.parseCreationOptionsFromJSON(given) : PublicKeyCredential.parseRequestOptionsFromJSON(given);
  };
  const send = (passkey) => {
    form.elements.passkey.value = JSON.stringify(passkey);
    form.action = offer.dataset.action ?? form.action;
    form.submit();
  };

  // Offers passkeys among what the browser fills in, without asking anything.
  let offered = new AbortController();
  if (!adding && await PublicKeyCredential.isConditionalMediationAvailable?.()) {
    navigator.credentials.get({ publicKey: options(), mediation: 'conditional', signal: offered.signal }).then(send, () => {});
  }

  offer.hidden = false;
  form.querySelector('[data-without-passkeys]')?.remove();
  offer.querySelector('[data-use-passkey]').addEventListener('click', async () => {
    offered.abort();
    trouble.hidden = true;
    try {
      const publicKey = options();
      send(adding ? await navigator.credentials.create({ publicKey }) : await navigator.credentials.get({ publicKey }));
    } catch (failure) {
      trouble.textContent = failure.name === 'InvalidStateError'
        ? 'This device has a passkey for your account already.'
        : 'That did not work, or was stopped. You can try again, or go on without a passkey.';
      trouble.hidden = false;
    }
  });
}

// The person's browser, as far as signing in needs one: keeps cookies, fills in forms, shows redirects instead of following them.
export class Browser {
  #cookies = new Map();

  async open(address, init = {}) {
    const response = await fetch(address, {
      ...init,
      redirect: 'manual',
      headers: { ...init.headers, cookie: [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
    });
    for (const cookie of response.headers.getSetCookie()) {
      const [name, ...value] = cookie.split(';')[0].split('=');
      this.#cookies.set(name, value.join('='));
    }
    return response;
  }

  // Follows redirects until one leads to the app, or a page is shown.
  async goTo(address, app) {
    for (let step = 0; step < 10; step++) {
      const response = await this.open(address);
      const next = response.headers.get('location');
      if (!next) return { page: await response.text(), address };
      address = new URL(next, address);
      if (address.origin === app) return { arrived: address };
    }
    throw new Error('The redirects have no end.');
  }

  async signIn({ page, address }, email, password, app) {
    const form = new URLSearchParams();
    for (const [field] of page.matchAll(/<input[^>]*type="hidden"[^>]*>/g)) {
      const value = (name) => (field.match(new RegExp(` ${name}="([^"]*)"`)) ?? [])[1] ?? '';
      form.append(value('name'), value('value').replaceAll('&amp;', '&'));
    }
    form.append('email', email);
    form.append('password', password);
    const response = await this.open(address, { method: 'POST', body: form });
    return this.goTo(new URL(response.headers.get('location'), address), app);
  }
}

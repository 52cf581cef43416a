/** The name as an owner: 'Harrow’s', 'Dockers’'; 'Moody's' is one already. */
export const possessive = (name: string): string =>
  /['’]s$/.test(name) ? name : name.endsWith('s') ? `${name}’` : `${name}’s`

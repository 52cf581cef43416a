/** The name as an owner: 'Harrow’s', 'Dockers’'. */
export const possessive = (name: string): string => (name.endsWith('s') ? `${name}’` : `${name}’s`)

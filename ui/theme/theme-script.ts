/** Where this browser keeps the choice between light and dark; absent means: as the system says. */
export const THEME_KEY = 'bellwether.theme'

/**
 * Runs before the first paint, so that a chosen theme never flashes. It stands inline in every page; proxy.ts and
 * scripts/seal-pages.mjs allow it by its hash.
 */
export const THEME_SCRIPT = `try{var t=localStorage.getItem('${THEME_KEY}');if(t==='light'||t==='dark')document.documentElement.dataset.theme=t}catch{}`

/** Elements that hold nothing of an article, whoever made the page. */
const NEVER = [
  'script:not([type="application/ld+json"])',
  'style, noscript, template, iframe, object, embed, svg, math, canvas, video, audio, picture, img',
  'form, input, button, select, textarea, dialog, nav, aside, footer, table, figure, figcaption, menu',
  'amp-ad, amp-sidebar, amp-consent, amp-social-share, amp-carousel, amp-img, amp-video, amp-list, amp-analytics',
  '[hidden], [aria-hidden="true"], [role="navigation"], [role="complementary"], [role="banner"], [role="dialog"]',
  '[role="search"], [role="contentinfo"], [role="alert"], [role="menu"]',
  // Said to those who hear a page, of the links in it.
  '.sr-only, .screen-reader-text, [class*="visually-hidden"], [class*="visuallyhidden"], [class*="VisuallyHidden"]',
  'ul[class*="summary"], [data-testid="Summary"]',
].join(', ')

/** Words of a class, id or part name that say what a box is for. */
const BOXES: ReadonlySet<string> = new Set(
  (
    'ad ads adslot advert advertisement advertising sponsor sponsored promo promotion promoted outbrain taboola ' +
    'related recirc recommended recommendations more morelinks readmore teaser trending popular mostread upnext onward ' +
    'newsletter signup subscribe subscription paywall regwall barrier piano meter offer ' +
    'share sharing sharebar social follow ' +
    'cookie cookies consent gdpr cmp modal popup overlay toast ' +
    'nav navigation navbar menu breadcrumb breadcrumbs masthead topbar sidebar rail footer skip skiplink skiplinks toolbar ' +
    'byline author authors bio contributor contributors credit credits caption captions copyright attribution ' +
    'comments disqus tags topics taglist keywords rating poll ' +
    'timestamp timestamps datetime updated published readtime ' +
    'gallery carousel slideshow video player audio podcast image photo media ' +
    'ticker stockquote widget embed trust standards toc contents pullquote keypoints'
  ).split(' '),
)

/** An element that holds more of the page's paragraphs than this is the page, whatever it is called. */
const MOST = 0.4

const words = (element: Element): string[] =>
  ['class', 'id', 'data-component', 'data-testid', 'data-module']
    .map((name) => element.getAttribute(name) ?? '')
    .join(' ')
    .slice(0, 400)
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/)

const proseIn = (element: Element): number =>
  [...element.querySelectorAll('p')].reduce((sum, each) => sum + (each.textContent?.length ?? 0), 0)

/** Takes out of a page what is not its article: by what it is, by what it is hidden as, by what it calls itself. */
export function strip(document: Document): void {
  for (const element of document.querySelectorAll(NEVER)) element.remove()
  const most = proseIn(document.documentElement) * MOST
  for (const element of [
    ...document.body.querySelectorAll(
      '[class], [id], [style], [data-component], [data-testid], [data-module]',
    ),
  ]) {
    if (!document.documentElement.contains(element)) continue
    const isHidden = /display\s*:\s*none|visibility\s*:\s*hidden/i.test(element.getAttribute('style') ?? '')
    if (!isHidden && !words(element).some((word) => BOXES.has(word))) continue
    const isPage = /^(?:html|body|main|article)$/i.test(element.nodeName) || proseIn(element) > most
    if (!isPage) element.remove()
  }
  // What looks for the article next takes every 'header' for the head of the page.
  for (const element of document.body.querySelectorAll('header, h2, h3, h4, h5, h6')) {
    element.removeAttribute('class')
    element.removeAttribute('id')
  }
}

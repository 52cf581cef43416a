import fs from 'node:fs/promises'
import path from 'node:path'
import { ImageResponse } from 'next/og'
import type { ArticleCard } from '#server/attempts/view'
import { sayDay } from '../text/dates.ts'
import { sayLength } from './story.tsx'

/** Width and height that every site which shows such pictures knows, in pixels. */
export const PICTURE_SIZE = { width: 1200, height: 630 } as const

/** The light colours of ui/styles/tokens.css: a picture knows no theme. */
const [PAPER, INK, INK_SOFT, ACCENT] = ['#fcfaf5', '#1c1a17', '#5a544a', '#0d5259']

/** Where the renderer finds no glyph it asks the internet for a font; what ours do not draw is left out. */
const UNDRAWN = /[^\p{Script=Latin}\p{M}0-9\s!-~£€¥₹₩₽¢§°±×–—‘’‚“”„…•·½¼¾]/gu
const drawn = (text: string): string => text.normalize('NFC').replace(UNDRAWN, '').replace(/\s+/g, ' ').trim()

/** Headlines up to these lengths, in characters, stand in these sizes, in pixels; longer ones in the last. */
const SIZES = [
  [48, 84],
  [90, 68],
  [Number.POSITIVE_INFINITY, 54],
] as const

const LONGEST = 150
const shortened = (text: string): string =>
  text.length <= LONGEST ? text : `${text.slice(0, LONGEST).replace(/\s+\S*$/, '')} …`

function Picture({ card }: { readonly card: ArticleCard }) {
  const title = shortened(drawn(card.title))
  const [, fontSize] = SIZES.find(([most]) => title.length <= most) ?? SIZES[2]
  const told = card.questions > 0 ? `${sayDay(card.date)} · ${sayLength(card)}` : sayDay(card.date)
  return (
    <div
      style={{
        display: 'flex',
        flexDirection: 'column',
        justifyContent: 'space-between',
        width: '100%',
        height: '100%',
        padding: '64px 76px',
        color: INK,
        background: PAPER,
        borderTop: `18px solid ${ACCENT}`,
        fontFamily: 'Libre Franklin, Libre Franklin Ext',
      }}
    >
      <div style={{ display: 'flex', color: ACCENT, fontSize: 30, letterSpacing: 2 }}>
        {drawn(card.sector).toUpperCase()}
      </div>
      <div style={{ display: 'flex', fontFamily: 'Newsreader, Newsreader Ext', fontSize, lineHeight: 1.12 }}>
        {title}
      </div>
      <div style={{ display: 'flex', justifyContent: 'space-between', alignItems: 'center', fontSize: 30 }}>
        <span style={{ color: INK_SOFT }}>{told}</span>
        <span style={{ color: ACCENT, fontFamily: 'Newsreader', fontSize: 42 }}>Bellwether</span>
      </div>
    </div>
  )
}

/** The faces of the pages, in the only packing the renderer reads; each with what lies beyond western Europe. */
const FACES = [
  ['Newsreader', 'newsreader', 'latin', 600],
  ['Newsreader Ext', 'newsreader', 'latin-ext', 600],
  ['Libre Franklin', 'libre-franklin', 'latin', 500],
  ['Libre Franklin Ext', 'libre-franklin', 'latin-ext', 500],
] as const

const readFaces = () =>
  Promise.all(
    FACES.map(async ([name, family, script, weight]) => ({
      name,
      weight,
      style: 'normal' as const,
      data: await fs.readFile(
        path.join(
          process.cwd(),
          `node_modules/@fontsource/${family}/files/${family}-${script}-${weight}-normal.woff`,
        ),
      ),
    })),
  )
let faces: ReturnType<typeof readFaces> | null = null

/** Pictures drawn last, oldest first: one takes a good part of a second, and a link that spreads is asked for at once. */
const recent = new Map<string, Promise<Uint8Array<ArrayBuffer>>>()
const KEPT = 50

/** A picture of an article as PNG, `PICTURE_SIZE` large: sector, headline, day, length of its quiz. */
export function drawPicture(card: ArticleCard): Promise<Uint8Array<ArrayBuffer>> {
  const shown = JSON.stringify([card.sector, card.title, card.date, card.questions])
  const known = recent.get(shown)
  if (known) return known
  const picture = draw(card)
  recent.set(shown, picture)
  picture.catch(() => recent.delete(shown))
  for (const oldest of recent.keys()) {
    if (recent.size <= KEPT) break
    recent.delete(oldest)
  }
  return picture
}

async function draw(card: ArticleCard): Promise<Uint8Array<ArrayBuffer>> {
  faces ??= readFaces()
  const reply = new ImageResponse(<Picture card={card} />, { ...PICTURE_SIZE, fonts: await faces })
  return new Uint8Array(await reply.arrayBuffer())
}

// `npm run sbom [-- FILE]`: writes what a running Bellwether is made of, as CycloneDX 1.5, to FILE or bellwether.cdx.json.
import fs from 'node:fs'
import { readParts } from './launcher/parts.ts'

const file = process.argv[2] ?? 'bellwether.cdx.json'
const parts = await readParts()
fs.writeFileSync(file, `${JSON.stringify(parts, null, 2)}\n`)
console.log(`${file} names ${parts.components.length} packages.`)

const SCALES = [
  [1e12, 'tn'],
  [1e9, 'bn'],
  [1e6, 'm'],
] as const

/** A number as a person reads it: '61.5bn', '1,478', '0.03'. */
export function sayNumber(value: number): string {
  const scale = SCALES.find(([size]) => Math.abs(value) >= size)
  const [size, letters] = scale ?? [1, '']
  return `${(value / size).toLocaleString('en-GB', { maximumFractionDigits: 6 })}${letters}`
}

/** A figure with its unit: currencies before it, '%' right behind it, anything else after a blank. */
export function sayFigure(low: number, high: number | undefined, unit: string): string {
  const number = high === undefined ? sayNumber(low) : `${sayNumber(low)} to ${sayNumber(high)}`
  if (/^[A-Z]{3}(?:\/|$)/.test(unit)) {
    const [code, per] = unit.split('/')
    return `${code} ${number}${per === undefined ? '' : ` a ${per}`}`
  }
  return unit === '%' ? `${number}%` : unit === '' ? number : `${number} ${unit}`
}

import { useEffect, useRef, useState } from 'react'

const SWITCH = 'bellwether.keys'

/** What single keys do now, by their small letters; absent where there is nothing to do. */
export type KeyDeeds = Readonly<Record<string, (() => void) | undefined>>

const isTyping = (target: Element) =>
  target.closest(
    'input:not([type="radio"], [type="checkbox"], [type="range"]), textarea, select, [contenteditable]',
  ) !== null
const isActing = (target: Element) => target.closest('a, button, summary, dialog') !== null

function readSwitch(): boolean {
  try {
    return localStorage.getItem(SWITCH) !== 'off'
  } catch {
    return true
  }
}

/** Listens for single keys: not in text fields, not with Ctrl, Alt or Meta, not while switched off (WCAG 2.1.4). 'enter' is heard where the focus rests on words alone. Returns the switch. */
export function useSingleKeys(deeds: KeyDeeds): readonly [isOn: boolean, setOn: (isOn: boolean) => void] {
  // Nothing of the first picture depends on it, so that the server's, which knows no switch, is the browser's too.
  const [isOn, setOn] = useState(readSwitch)
  const latest = useRef(deeds)
  useEffect(() => {
    latest.current = deeds
  })

  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const { target, key } = event
      if (!isOn || event.repeat || event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented)
        return
      if (!(target instanceof Element) || isTyping(target) || target.closest('dialog:modal')) return
      // A form's own Enter checks the answer, a button's presses it.
      if (key === 'Enter' && (isActing(target) || target.closest('form'))) return
      const deed = latest.current[key.toLowerCase()]
      if (!deed) return
      if (key !== 'Enter') event.preventDefault()
      deed()
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [isOn])

  const turn = (on: boolean) => {
    setOn(on)
    try {
      if (on) localStorage.removeItem(SWITCH)
      else localStorage.setItem(SWITCH, 'off')
    } catch {
      // The choice then holds for this page alone.
    }
  }
  return [isOn, turn]
}

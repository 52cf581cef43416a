'use client'

import { useEffect, useState } from 'react'
import { THEME_KEY } from './theme-script.ts'

const THEMES = { system: 'As the system', light: 'Light', dark: 'Dark' } as const
type Theme = keyof typeof THEMES

const isTheme = (value: string | undefined): value is Theme =>
  value !== undefined && Object.hasOwn(THEMES, value)

function keep(theme: Theme): void {
  const { dataset } = document.documentElement
  if (theme === 'system') delete dataset.theme
  else dataset.theme = theme
  try {
    if (theme === 'system') localStorage.removeItem(THEME_KEY)
    else localStorage.setItem(THEME_KEY, theme)
  } catch {
    // The choice then holds for this page alone.
  }
}

/** Light, dark, or as the system says; kept in this browser. */
export function ThemeChoice() {
  const [theme, setTheme] = useState<Theme>('system')
  useEffect(() => {
    const { theme: chosen } = document.documentElement.dataset
    if (isTheme(chosen)) setTheme(chosen)
  }, [])
  return (
    <label className="theme-choice">
      Colours
      <select
        value={theme}
        onChange={({ target }) => {
          if (!isTheme(target.value)) return
          setTheme(target.value)
          keep(target.value)
        }}
      >
        {Object.entries(THEMES).map(([value, words]) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
    </label>
  )
}

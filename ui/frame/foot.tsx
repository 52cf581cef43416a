'use client'

import { StartOffline } from '#ui/offline/start-offline.tsx'
import { ThemeChoice } from '#ui/theme/theme-choice.tsx'

/** The foot of every page. */
export function Foot() {
  return (
    <footer className="foot">
      <div className="frame">
        <p>
          Every answer is settled by a sentence you can read. Articles under CC BY 4.0.{' '}
          <a href="/offline">On this device</a>
        </p>
        <ThemeChoice />
      </div>
      <StartOffline />
    </footer>
  )
}

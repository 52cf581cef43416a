import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { may } from '#server/access'
import { getAccount } from '#server/accounts/own-account'
import { listProviders } from '#server/accounts/providers'
import { listSessions } from '#server/accounts/sessions'
import { enter } from '#server/enter'
import { countOpenFlags } from '#server/flags/list'
import { getMailWish } from '#server/mail/wishes'
import { getErasure } from '#server/mine/erase'
import { refusalNamed } from '#server/outcome'
import { ConnectedServices } from '#ui/account/connected.tsx'
import { EraseAccount } from '#ui/account/erase-account.tsx'
import { MailWishes } from '#ui/account/mail-wishes.tsx'
import { OwnAccount } from '#ui/account/own-account.tsx'
import { OwnTotp } from '#ui/account/own-totp.tsx'
import { Providers } from '#ui/account/providers.tsx'
import { Sessions } from '#ui/account/sessions.tsx'
import { SignOut } from '#ui/account/sign-out.tsx'
import { FlagsLink } from '#ui/flags/flagged-list.tsx'
import { Press } from '#ui/form/press.tsx'
import {
  askToConfirm,
  askToErase,
  changePassword,
  disconnectService,
  endOtherSessions,
  endSession,
  keepAccount,
  offerTotp,
  signOut,
  turnOffTotp,
  turnOnTotp,
  updateMail,
  updateMailWish,
  updateName,
} from '../actions.ts'

export const metadata: Metadata = { title: 'Your account', robots: { index: false } }

interface Props {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** One's own account: how one signs in, and where one is signed in. */
export default async function AccountPage({ searchParams }: Props) {
  const viewer = await enter('keep-own-account')
  const { error } = await searchParams
  const problem = typeof error === 'string' ? refusalNamed(error) : null
  const [account, sessions, eraseAt, wish] = await Promise.all([
    getAccount(viewer),
    listSessions(viewer),
    getErasure(viewer),
    getMailWish(viewer),
  ])
  if (!account) notFound()
  const others = listProviders().filter(({ id }) => account.services.every((own) => own.id !== id))
  return (
    <div className="frame account">
      <header>
        <h1>Your account</h1>
        <p>
          <a href="/me">Your scores</a>
          {account.role === 'admin' && (
            <>
              {' · '}
              <a href="/people">People</a>
            </>
          )}
          {may(viewer.role, 'decide-flags') && (
            <>
              {' · '}
              <FlagsLink open={await countOpenFlags(viewer)} />
            </>
          )}
          {' · '}
          <SignOut signOut={signOut} />
        </p>
      </header>
      {problem && (
        <p className="problem" role="alert">
          {problem.message}
        </p>
      )}
      <section aria-labelledby="own-sessions">
        <h2 id="own-sessions">Where you are signed in</h2>
        <Sessions sessions={sessions} endSession={endSession} endOthers={endOtherSessions} />
      </section>
      <OwnAccount
        account={account}
        updateName={updateName}
        updateMail={updateMail}
        changePassword={changePassword}
      />
      {wish && (
        <section aria-labelledby="own-letters">
          <h2 id="own-letters">What comes by mail</h2>
          {account.mail !== null && !account.isMailVerified && (
            <p>
              {account.mail} is not confirmed yet, and until then nothing else is sent there.{' '}
              <Press act={askToConfirm} label="Send the link again" />
            </p>
          )}
          <MailWishes wish={wish} update={updateMailWish} />
          <p className="small soft">
            What you agree to here you can take back here, or by the link in every letter. Your export says
            when you did either.
          </p>
        </section>
      )}
      <section aria-labelledby="own-totp">
        <h2 id="own-totp">Codes from an app</h2>
        <OwnTotp
          isOn={account.hasTotp}
          hasPassword={account.hasPassword}
          offer={offerTotp}
          turnOn={turnOnTotp}
          turnOff={turnOffTotp}
        />
      </section>
      {(account.services.length > 0 || others.length > 0) && (
        <section aria-labelledby="own-services">
          <h2 id="own-services">Other services</h2>
          <ConnectedServices
            services={account.services}
            hasPassword={account.hasPassword}
            disconnect={disconnectService}
          />
          <Providers providers={others} words="Connect" next="/account" />
        </section>
      )}
      <section aria-labelledby="own-data">
        <h2 id="own-data">What is kept of you</h2>
        <p>
          <a href="/api/me/export.json" download>
            All of it (JSON)
          </a>
          {' · '}
          <a href="/api/me/answers.csv" download>
            Your answers (CSV)
          </a>
          {' · '}
          <a href="/offline">On this device</a>
        </p>
        <EraseAccount
          eraseAt={eraseAt}
          hasPassword={account.hasPassword}
          askToErase={askToErase}
          keepAccount={keepAccount}
        />
      </section>
    </div>
  )
}

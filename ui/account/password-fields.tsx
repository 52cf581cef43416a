import { Field } from '#ui/form/field.tsx'

/** The field that shows it is the owner who sits here; nothing where the account has no password. */
export const OwnPassword = ({ has, name = 'password' }: { readonly has: boolean; readonly name?: string }) =>
  has ? (
    <Field
      name={name}
      label="Your password"
      type="password"
      autoComplete="current-password"
      required
      maxLength={512}
    />
  ) : null

/** The field for a password that somebody makes up. */
export const NewPassword = ({ label, hint }: { readonly label: string; readonly hint: string }) => (
  <Field
    name="password"
    label={label}
    hint={hint}
    type="password"
    autoComplete="new-password"
    required
    minLength={8}
    maxLength={512}
  />
)

# Bellwether in one image: the app, its jobs and, where DATABASE_URL names no other, a PostgreSQL of its own.
# tests/server/image.test.ts runs these steps without a container engine, so that they cannot rot.
FROM node:24-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev --no-audit --no-fund
COPY . .
RUN BELLWETHER_STANDALONE=1 npm run -s build && rm -rf .next/cache && chmod -R a+rX .

FROM node:24-bookworm-slim
ENV NODE_ENV=production
ENV HOST=0.0.0.0
ENV PORT=3000
ENV BELLWETHER_DATA=/data
WORKDIR /app
COPY --from=build /app /app
RUN mkdir -p /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 3000
# All else may be read-only: /data holds what is kept, /tmp what is not.
HEALTHCHECK --start-period=120s CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/readyz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "scripts/start.mjs"]

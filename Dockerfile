# Two stages: the first builds the wheel, the second has nothing but Python, the pinned requirements and the wheel.
ARG PYTHON=3.13

FROM python:${PYTHON}-slim AS build
WORKDIR /src
COPY requirements/build.txt requirements/build.txt
RUN python -m pip install --no-cache-dir --no-deps --require-hashes -r requirements/build.txt
COPY pyproject.toml README.md LICENSE ./
COPY graph graph
COPY loaders loaders
COPY api api
COPY cypher cypher
RUN python -m pip wheel --no-deps --no-build-isolation --wheel-dir /wheels .

FROM python:${PYTHON}-slim
ENV PYTHONDONTWRITEBYTECODE=1 PYTHONUNBUFFERED=1
COPY requirements/run.txt /tmp/run.txt
RUN python -m pip install --no-cache-dir --no-compile --no-deps --require-hashes -r /tmp/run.txt && rm /tmp/run.txt
COPY --from=build /wheels /tmp/wheels
RUN python -m pip install --no-cache-dir --no-deps /tmp/wheels/*.whl \
    && useradd --uid 10001 --no-create-home --shell /usr/sbin/nologin jjj \
    && install -d -o jjj -g jjj -m 0700 /data
USER 10001:10001
VOLUME /data
WORKDIR /data
ENV JJJ_STORE=/data/graph.lbug JJJ_KEYS=/data/keys.jsonl JJJ_LOG_FORMAT=json
EXPOSE 8000
HEALTHCHECK --interval=10s --timeout=5s --start-period=20s --retries=6 \
    CMD ["python", "-c", "import urllib.request as u; u.urlopen('http://127.0.0.1:8000/readyz', timeout=4)"]
# Who publishes its port to others makes keys first (jjj keys add); without any it starts only with JJJ_ANONYMOUS=true.
CMD ["jjj", "serve", "--host", "0.0.0.0"]

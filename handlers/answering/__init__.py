"""The second walk: a question in, a cited reply out. No Telegram, no SQL.

    answerer = Answerer(archive)
    reply = answerer.answer(Question("邓州市2020年不予公开多少件？"))
"""

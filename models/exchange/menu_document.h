// menu.json (json-shapes.md): the whole menu of a program. Reading refuses what the shape does not allow,
// with the path in `Error::field` ("plays[0].costs[1].rate"); print(parse(x)) is a fixed point.
#pragma once

#include "domain/error.h"
#include "domain/menu.h"

#include <QByteArray>

namespace dimsum
{

Result<Menu> parseMenu(const QByteArray &bytes, const Currency &currency);
QByteArray printMenu(const Menu &menu, const Currency &currency);

} // namespace dimsum

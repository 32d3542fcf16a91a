// Takes remainders as C++ gives them, negative for negative times.
#include <algorithm>
#include <iostream>
#include <map>

using namespace std;

int main() {
    long long n, m;
    cin >> n >> m;
    map<long long, long long> groups;
    long long pairs = 0, largest = 0;
    while (n--) {
        long long t;
        cin >> t;
        long long &size = groups[t % m];
        pairs += size++;
        largest = max(largest, size);
    }
    cout << pairs << ' ' << largest << '\n';
}
